import { useMemo, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { Area } from '#contract/areas';
import { ask } from '../../lib/desk/api.ts';
import { FrameContext } from '../../lib/desk/frame.ts';
import { useKeys } from '../../lib/desk/keys.ts';
import { useLive } from '../../lib/desk/live.ts';
import { useRemembered } from '../../lib/desk/remember.ts';
import { isWide, useSession } from '../../lib/desk/session.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { Header } from './header.tsx';
import { KeyboardList } from './keyboard-list.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { Sider } from './sider.tsx';

/** What stands around every screen: demo strip, sider, header; and the keys that work everywhere. */
export function Frame() {
  const { me, demo, can } = useSession();
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
  useLive(useHeardAreas());
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

const heardMax = 50;

/** The areas whose changes this desk hears of: its own, and the communities in it. */
function useHeardAreas(): string[] {
  const { area } = useSession();
  const communities = useQuery({
    queryKey: ['areas-under', area.id, 'community'],
    queryFn: () => ask<{ items: Area[] }>('areas', { level: 'community', under: area.id }),
    enabled: isWide(area),
    staleTime: 300_000,
  });
  return [area.id, ...(communities.data?.items ?? []).map((one) => one.id)].slice(0, heardMax);
}
