export { PHOTO_MEDIA_TYPES, sendPhoto } from './photo-body';
export { createAdapter, setUpHttp } from './http.setup';
export { serveWebApp } from './web-app';
