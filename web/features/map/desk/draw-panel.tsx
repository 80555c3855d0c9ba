import { useRef, useState } from 'react';
import { Button, Checkbox } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useBoundaryChange } from './map-api.ts';
import { parsed } from './side-panel.tsx';
import type { Drawn } from './use-outline.ts';

type Props = { target: { id: string; name: string }; outline: Drawn; isDrawn: boolean; onDone: () => void };

/** What one does with the pen: press corner after corner, pull them, take steps back, save; or bring the outline as a file. */
export function DrawPanel({ target, outline, isDrawn, onDone }: Props) {
  const { draw, remove } = useBoundaryChange();
  const [schematic, setSchematic] = useState(true);
  const picker = useRef<HTMLInputElement>(null);
  const problem = refusedOf(draw.error ?? remove.error)?.detail;
  const save = (geojson: unknown): void =>
    draw.mutate({ areaId: target.id, geojson, schematic }, { onSuccess: onDone });
  const read = async (file: File | undefined): Promise<void> => {
    if (file) save(parsed(await file.text()));
    if (picker.current) picker.current.value = '';
  };
  return (
    <div className="map-draw">
      <h2>画{target.name}的边界</h2>
      <ol>
        <li>在图上点一圈角点；拖动空白处移动地图。</li>
        <li>拖角点可以挪，点边上的小圈可以加一个角。</li>
        <li>画完按“保存”，首尾自己会连上。</li>
      </ol>
      <p className="mute">已点 {outline.corners.length} 个角</p>
      <Checkbox checked={schematic} onChange={(event) => setSchematic(event.target.checked)}>
        大致画的，标上“示意”
      </Checkbox>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="map-acts">
        <Button
          type="primary"
          disabled={!outline.boundary}
          loading={draw.isPending}
          onClick={() => save(outline.boundary)}
        >
          保存
        </Button>
        <Button disabled={!outline.canUndo} onClick={outline.undo}>
          退一步
        </Button>
        <Button onClick={onDone}>不画了</Button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,.geojson,application/geo+json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <p>
        <button type="button" className="plain fig" onClick={() => picker.current?.click()}>
          用 GeoJSON 文件代替
        </button>
        {isDrawn && (
          <button
            type="button"
            className="plain fig light"
            onClick={() => remove.mutate(target.id, { onSuccess: onDone })}
          >
            去掉现在的边界
          </button>
        )}
      </p>
    </div>
  );
}
