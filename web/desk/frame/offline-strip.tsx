import { useEffect, useState } from 'react';
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../lib/desk/session.tsx';
import { countDrafts } from '../../lib/desk/drafts.ts';
import { Icon } from '../../ui/icon.tsx';

/** Says that the network is gone, and what is safe. */
export function OfflineStrip() {
  const { me } = useSession();
  const client = useQueryClient();
  const [isOnline, setOnline] = useState(() => onlineManager.isOnline());
  useEffect(
    () =>
      onlineManager.subscribe((online) => {
        setOnline(online);
        if (online) void client.invalidateQueries();
      }),
    [client],
  );
  if (isOnline) return null;
  const drafts = countDrafts(me.id);
  return (
    <div className="offline" role="status">
      <Icon name="cloud-up" size="xs" />
      网络断了，{drafts > 0 ? `已存成草稿 ${drafts} 份，` : ''}看到的是断开前的。连上后自己更新。
    </div>
  );
}
