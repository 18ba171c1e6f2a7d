export { publicSite } from './public-site.parts';
