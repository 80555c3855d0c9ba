import { useMemo, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { FrameContext } from '../../lib/desk/frame.ts';
import { useKeys } from '../../lib/desk/keys.ts';
import { useLive } from '../../lib/desk/live.ts';
import { useRemembered } from '../../lib/desk/remember.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { Header } from './header.tsx';
import { KeyboardList } from './keyboard-list.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { Sider } from './sider.tsx';

/** What stands around every screen: demo strip, sider, header; and the keys that work everywhere. */
export function Frame() {
  const { me, area, demo, can } = useSession();
  const navigate = useNavigate();
  const [isFolded, fold] = useRemembered(me.id, 'folded', false);
  const [isNarrow, setNarrow] = useState(false);
  const [opensByHand, openByHand] = useState(false);
  const [keysAreShown, showKeys] = useState(false);
  const frame = useMemo(
    () => ({
      narrow(next: boolean) {
        setNarrow(next);
        openByHand(false);
      },
    }),
    [],
  );
  const isSlim = isFolded || (isNarrow && !opensByHand);
  useLive([area.id]);
  useKeys({
    '[': () => (isNarrow ? openByHand(isSlim) : fold(!isFolded)),
    '/': () => document.querySelector<HTMLInputElement>('#desk-search')?.focus(),
    '?': () => showKeys(true),
    c: () => can('matter.register') && void navigate('/matters/new'),
  });
  return (
    <FrameContext value={frame}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <div className="desk">
        {demo && <DemoStrip />}
        <OfflineStrip />
        <div className={isSlim ? 'frame min' : 'frame'}>
          <Sider isSlim={isSlim} onFold={() => (isNarrow ? openByHand(isSlim) : fold(!isFolded))} />
          <div className="main">
            <Header onKeys={() => showKeys(true)} />
            <main id="main" className="body" tabIndex={-1}>
              <Outlet />
            </main>
          </div>
        </div>
      </div>
      <KeyboardList isOpen={keysAreShown} onClose={() => showKeys(false)} />
    </FrameContext>
  );
}
