import { useState } from 'react';
import { refusedOf } from '../../../lib/desk/api.ts';
import { uploadPicture } from '../../../lib/desk/pictures.ts';
import { Icon } from '../../../ui/icon.tsx';

/** One picture that proves something: taken or chosen, sent at once, named by its id. */
export function FilePart({
  areaId,
  label,
  value,
  onChange,
}: {
  areaId: string;
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      onChange((await uploadPicture(areaId, file)).id);
    } catch (error) {
      setProblem(refusedOf(error)?.detail ?? '照片没有传上去，请再选一次。');
    }
    setBusy(false);
  };
  return (
    <span className="file-part">
      <label className={value ? 'has' : undefined}>
        <Icon name={value ? 'check' : 'camera'} size="xs" />
        {busy ? '正在传…' : value ? `${label}，有了` : label}
        <input
          type="file"
          accept="image/*"
          className="sr"
          onChange={(event) => {
            void add(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {problem && <span className="late-text sm">{problem}</span>}
    </span>
  );
}
