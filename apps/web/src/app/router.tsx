import { NuqsAdapter } from 'nuqs/adapters/react-router/v7';
import type { ComponentType } from 'react';
import { createBrowserRouter, Outlet } from 'react-router-dom';
import type { NonIndexRouteObject, RouteObject } from 'react-router-dom';
import type { Feature } from '../components/layouts/feature';
import { ForbiddenPage, NotFoundPage, PageLoader } from '../components/page/page-states';
import { loadWords } from '../i18n';
import { usePermission } from '../lib/use-permission';
import { FEATURES } from './features';
import { FirstPage } from './first-page';
import { PageCrash } from './page-crash';
import { SignedInFrame } from './signed-in-frame';

type FeaturePage = Feature['pages'][number];

function guarded(Page: ComponentType, access: FeaturePage['access']): ComponentType {
  if (access === 'anybody' || access === 'signed-in') return Page;
  return function GuardedPage() {
    return usePermission(access) ? <Page /> : <ForbiddenPage />;
  };
}

/** A page comes as its own chunk, together with the words it speaks. */
function route(
  { path, access, load }: FeaturePage,
  { name, speaks = [] }: Feature,
): NonIndexRouteObject & { path: string } {
  return {
    path,
    lazy: async () => {
      const [Page] = await Promise.all([load(), loadWords([name, ...speaks])]);
      return { Component: guarded(Page, access) };
    },
  };
}

/** The pages that are open to the same people, each inside the frame whose address it begins with. */
function routesOf(features: readonly Feature[], open: boolean): RouteObject[] {
  const wanted = ({ access }: FeaturePage) => (access === 'anybody') === open;
  const pages = features.flatMap((feature) =>
    feature.pages.filter(wanted).map((page) => route(page, feature)),
  );
  const frames = features.flatMap((feature) =>
    (feature.frames ?? []).filter(wanted).map((frame) => route(frame, feature)),
  );
  const inside = (page: { path: string }, frame: { path: string }) =>
    page.path === frame.path || page.path.startsWith(`${frame.path}/`);
  return [
    ...pages.filter((page) => !frames.some((frame) => inside(page, frame))),
    ...frames.map((frame) => ({
      ...frame,
      children: pages
        .filter((page) => inside(page, frame))
        .map((page) => ({ ...page, path: page.path.slice(frame.path.length + 1) })),
    })),
  ];
}

function Root() {
  return (
    <NuqsAdapter>
      <Outlet />
    </NuqsAdapter>
  );
}

const staffPages: RouteObject[] = [
  { index: true, Component: FirstPage },
  ...routesOf(FEATURES, false),
  { path: '*', Component: NotFoundPage },
];

export const router = createBrowserRouter(
  [
    {
      Component: Root,
      HydrateFallback: PageLoader,
      errorElement: <PageCrash />,
      children: [
        ...routesOf(FEATURES, true),
        {
          path: '/',
          Component: SignedInFrame,
          children: [{ errorElement: <PageCrash />, children: staffPages }],
        },
      ],
    },
  ],
  { basename: '/admin' },
);
