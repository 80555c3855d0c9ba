import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { LetterDrawer } from './letter-drawer.tsx';
import { LetterForm } from './letter-form.tsx';
import { useLetters, type Letter } from './letters-api.ts';
import './talk-desk.css';

/** Letters to households: written, sent, reached, asked about. */
export function LettersPage() {
  const { area } = useSession();
  const [search, setSearch] = useSearchParams();
  const [writes, write] = useState(false);
  const letters = useLetters(area.id);
  const refused = refusedOf(letters.error);
  const open = search.get('open');
  const show = (id: string | null): void => setSearch(id ? { open: id } : {});
  return (
    <div className="talk-desk">
      <div className="page-head">
        <h1>一封信</h1>
        <span className="sp" />
        <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => write(true)}>
          写一封信
        </Button>
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void letters.refetch()} />}
      {!letters.data && !refused && <Waiting />}
      {letters.data && (
        <section className="card">
          {letters.data.items.length === 0 ? (
            <Empty>还没有写过信。</Empty>
          ) : (
            <Rows items={letters.data.items} open={open} onOpen={show} />
          )}
        </section>
      )}
      {open && <LetterDrawer key={open} areaId={area.id} id={open} onClose={() => show(null)} />}
      {writes && <LetterForm areaId={area.id} onClose={() => write(false)} onWritten={show} />}
    </div>
  );
}

function Rows({ items, open, onOpen }: { items: Letter[]; open: string | null; onOpen: (id: string) => void }) {
  const { now } = useSession();
  return (
    <table className="t">
      <caption className="sr">信</caption>
      <thead>
        <tr>
          <th>信</th>
          <th>写给</th>
          <th className="w-mid">发出</th>
        </tr>
      </thead>
      <tbody>
        {items.map((letter) => (
          <tr key={letter.id} className={letter.id === open ? 'open' : undefined}>
            <td>
              <button type="button" className="plain link a" onClick={() => onOpen(letter.id)}>
                {letter.title}
              </button>
            </td>
            <td>{letter.to}</td>
            <td>{letter.sentAt ? momentName(letter.sentAt, now()) : '还没发'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
