import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, Waiting } from '../../../ui/desk/states.tsx';
import { usePreview, type WholeVersion } from '../methods-api.ts';
import { AdoptFoot, problemLine } from './adopt-foot.tsx';

/** A whole version looked at before it is adopted: checked like the library's files, told in plain words what changes. */
export function VersionDrawer({ version, onClose }: { version: WholeVersion; onClose: () => void }) {
  const { area } = useSession();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const preview = usePreview(area.id, version.adoption, true);
  const adopt = useMutation({
    mutationFn: () => send(`areas/${area.id}/adoptions`, { body: version.adoption, key }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['methods'] });
      void message.success(`${area.name}从现在起按这一版办新的事`);
      onClose();
    },
  });
  const { data } = preview;
  const button = (
    <Button
      type="primary"
      disabled={!data || data.problems.length > 0 || data.differences.length === 0}
      loading={adopt.isPending}
      onClick={() => adopt.mutate()}
    >
      采用这一版
    </Button>
  );
  const refused = refusedOf(adopt.error)?.detail ?? refusedOf(preview.error)?.detail;
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title={version.title}
      footer={<AdoptFoot refused={refused} preview={data} button={button} isShort />}
    >
      <p className="sm mute">{version.note}</p>
      {!data && !refused && <Waiting lines={3} />}
      {data?.fileChanged === true && (
        <Note tone="due">这份文件从平台取出以后改过，是另一个版本。采用前请看清下面改了什么。</Note>
      )}
      {data?.fileChanged === false && <Note tone="ok">文件和取出时一样，没有人改过。</Note>}
      {data && <Lines title="改了什么" lines={data.problems.length > 0 ? [] : data.differences} />}
      {data && <Lines title="哪里不对" lines={data.problems.map(problemLine)} isWrong />}
      {data?.problems.some(({ line }) => line > 0) && <p className="sm mute">照行号改好文件，再传一次。</p>}
    </Drawer>
  );
}

function Lines({ title, lines, isWrong = false }: { title: string; lines: string[]; isWrong?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <section className="version-lines">
      <h3>{title}</h3>
      <ul className={isWrong ? 'late-text' : undefined}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
