import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useLocation, useNavigate } from 'react-router-dom';
import { AdminLayout } from '../components/layouts/admin-layout';
import { NoticesBell } from '../features/notices';
import { logout, ReloginModal } from '../features/session';
import { useSession } from '../lib/session';

/** Only for people who are signed in; somebody whose session ended keeps the page and is asked for the password. */
export function SignedInFrame() {
  const session = useSession();
  const location = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  if (!('user' in session)) {
    return <Navigate to="/login" replace state={{ from: location.pathname + location.search }} />;
  }
  const { user } = session;
  if (user.must_change_password && location.pathname !== '/account')
    return <Navigate to="/account" replace />;
  const leave = async () => {
    await navigate('/login');
    await logout().catch(() => undefined);
    queryClient.clear();
  };
  return (
    <>
      <AdminLayout user={user} bell={<NoticesBell />} onLogout={() => void leave()} />
      <ReloginModal />
    </>
  );
}
