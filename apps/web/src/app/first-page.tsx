import { Navigate } from 'react-router-dom';
import { firstPageOf } from '../components/layouts/navigation';
import { useSession } from '../lib/session';
import { NAVIGATION } from './features';

/** `/admin` itself leads to where the work of this role is. */
export function FirstPage() {
  const session = useSession();
  return 'user' in session ? <Navigate to={firstPageOf(NAVIGATION, session.user)} replace /> : null;
}
