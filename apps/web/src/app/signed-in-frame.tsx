import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { AdminLayout } from '../components/layouts/admin-layout';
import { NoticesBell } from '../features/outward/notices';
import { leaveWithOtherTabs, logout, ReloginModal } from '../features/ground/session';
import { forgetWalk } from '../features/water/readings';
import { mustVisitAccount, useSession } from '../lib/session';
import { NAVIGATION } from './features';

/** Only for people who are signed in; somebody whose session ended keeps the page and is asked for the password. */
export function SignedInFrame() {
  const session = useSession();
  const location = useLocation();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      leaveWithOtherTabs(() => {
        queryClient.clear();
      }),
    [queryClient],
  );
  if (!('user' in session)) {
    const from =
      session.status === 'anonymous' && session.left ? undefined : location.pathname + location.search;
    return <Navigate to="/login" replace state={{ from }} />;
  }
  const { user } = session;
  if (mustVisitAccount(user) && location.pathname !== '/account') return <Navigate to="/account" replace />;
  const leave = async () => {
    await logout();
    await forgetWalk();
    queryClient.clear();
  };
  return (
    <>
      <AdminLayout user={user} navigation={NAVIGATION} bell={<NoticesBell />} onLogout={() => void leave()} />
      <ReloginModal />
    </>
  );
}
