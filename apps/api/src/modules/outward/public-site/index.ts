export { PlainRefusals } from './plain/plain-refusals';
export { publicSite } from './public-site.parts';
