import { Suspense, useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../ui/desk/states.tsx';
import { Frame } from './frame/frame.tsx';
import { Boundary } from './frame/boundary.tsx';
import { routes, type DeskRoute } from './routes.tsx';
import { SignedIn } from './session.tsx';

/** The desk: whoever is signed in, the frame, and the screen of the address. */
export function Desk() {
  return (
    <SignedIn>
      <Routes>
        {routes
          .filter((route) => route.bare)
          .map((route) => (
            <Route key={route.path} path={route.path} element={<Screen route={route} />} />
          ))}
        <Route element={<Frame />}>
          {routes
            .filter((route) => !route.bare)
            .map((route) => (
              <Route key={route.path} path={route.path} element={<Screen route={route} />} />
            ))}
          <Route
            path="*"
            element={<RefusedPage refused={{ status: 404, detail: '这个地址上没有页面。左边是现在有的。' }} />}
          />
        </Route>
      </Routes>
    </SignedIn>
  );
}

function Screen({ route }: { route: DeskRoute }) {
  const { can } = useSession();
  useEffect(() => {
    document.title = `${route.title} · 里仁`;
  }, [route.title]);
  const mayOpen = ({ door }: DeskRoute): boolean => door?.can !== undefined && can(door.can);
  const other = route.path === '' && !mayOpen(route) ? routes.find(mayOpen) : undefined;
  // Whose work is not matters begins with what it is.
  if (other) return <Navigate to={`/${other.path}`} replace />;
  return (
    <Boundary key={route.path}>
      <Suspense fallback={<Waiting />}>
        <route.page />
      </Suspense>
    </Boundary>
  );
}
