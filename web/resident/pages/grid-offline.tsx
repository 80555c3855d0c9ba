import type { ReactNode } from 'react';
import { Bar } from '../../ui/bar.tsx';
import '../../features/duties/duties.css';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { grid: true, shell: true };

export const meta = (): { title: string }[] => [{ title: '里仁·网格' }];

/** Stands in for the pages of workers when there is no network: the script fills it with what this phone has kept. */
export default function GridOffline(): ReactNode {
  return (
    <>
      <Bar title="里仁·网格" back="/grid" heading />
      <main id="main" className="wrap">
        <section className="card pad gap" data-nothing>
          <h2>没有网络</h2>
          <p className="soft">这一页要有网络才能看。您写好没送出去的，都还在这台手机里。</p>
          <a className="btn go big wide gap" href="/grid">
            回到今日
          </a>
        </section>
      </main>
    </>
  );
}
