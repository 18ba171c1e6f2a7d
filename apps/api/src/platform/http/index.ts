export { createAdapter, setUpHttp } from './http.setup';
