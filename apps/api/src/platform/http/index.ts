export { LargeBody } from './json-body';
export { answerOtherMethods } from './other-methods';
export { PHOTO_MEDIA_TYPES } from './photo-body';
export { languageOf } from './raw-refusals';
export { redrawPhoto, type Photo } from './redraw-photo';
export { sendPhoto, type StoredPhoto } from './send-photo';
export { createAdapter, setUpHttp } from './http.setup';
export { serveWebApp } from './web-app';
