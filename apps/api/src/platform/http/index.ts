export { createAdapter, setUpHttp } from './http.setup';
export { serveWebApp } from './web-app';
