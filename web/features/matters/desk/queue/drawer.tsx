import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { refusedOf } from '../../../../lib/desk/api.ts';
import { RefusedPage, Waiting } from '../../../../ui/desk/states.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { MatterView } from '../detail/matter-view.tsx';
import { useMatter } from '../matters-api.ts';

type Props = {
  areaId: string;
  number: string;
  /** Place in the list: 3 / 20. */
  place: string;
  onWalk: (by: 1 | -1) => void;
  onClose: () => void;
};

/** One matter beside the list, which stays readable and is walked from here. */
export function MatterDrawer({ areaId, number, place, onWalk, onClose }: Props) {
  const matter = useMatter(areaId, number);
  const refused = refusedOf(matter.error);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.querySelector('.dc')?.scrollTo({ top: 0 });
  }, [number]);
  const tools = (
    <>
      <span className="nw">{place}</span>
      <IconButton label="上一件" icon="chevron-up" onClick={() => onWalk(-1)} />
      <IconButton label="下一件" icon="chevron-down" onClick={() => onWalk(1)} />
      <Link
        className="iconic"
        to={`/print/slip/${areaId}/${number}`}
        target="_blank"
        title="打印办理单"
        aria-label="打印办理单"
      >
        <Icon name="print" size="xs" />
      </Link>
      <Link className="iconic" to={`/matters/${areaId}/${number}`} title="单开一页" aria-label="单开一页">
        <Icon name="open" size="xs" />
      </Link>
      <IconButton label="关上" icon="close" onClick={onClose} />
    </>
  );
  return (
    <aside className="dw" ref={panel} aria-label="事项详情">
      {matter.data ? (
        <MatterView key={number} matter={matter.data} tools={tools} />
      ) : (
        <>
          <div className="dh row">
            <span className="sp" />
            {tools}
          </div>
          {refused ? <RefusedPage refused={refused} retry={() => void matter.refetch()} /> : <Waiting lines={9} />}
        </>
      )}
    </aside>
  );
}

type IconButtonProps = { label: string; icon: 'chevron-up' | 'chevron-down' | 'close'; onClick: () => void };

function IconButton({ label, icon, onClick }: IconButtonProps) {
  return (
    <button type="button" className="plain iconic" onClick={onClick} aria-label={label} title={label}>
      <Icon name={icon} size="xs" />
    </button>
  );
}
