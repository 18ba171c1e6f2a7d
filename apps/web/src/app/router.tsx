import { createBrowserRouter } from 'react-router-dom';
import { NotFoundPage } from '../components/page-states';

export const router = createBrowserRouter([{ path: '*', element: <NotFoundPage /> }], { basename: '/admin' });
