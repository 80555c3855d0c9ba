import type { ReactNode } from 'react';
import type { MatterDetail } from '#contract/matters';
import { clockTime, shanghaiDate } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';

type Shot = { src: string; when: string; word: string };

/** Pictures of a matter with the moment they belong to: as reported, and as handled. */
function shotsOf(matter: MatterDetail): Shot[] {
  const moment = (at: string): string => `${shanghaiDate(at)} ${clockTime(at)}`;
  const handled = matter.history.find(({ fields }) => fields.some(({ pictures }) => pictures?.length))?.at;
  return [
    ...matter.afterPictures.map(({ full }) => ({ src: full, when: moment(handled ?? matter.updatedAt), word: '现在' })),
    ...matter.before.map(({ full }) => ({ src: full, when: moment(matter.createdAt), word: '之前' })),
  ].slice(0, 4);
}

/** What another system's form wants to know, ready to be pasted. */
export function upwardText(matter: MatterDetail): string {
  const said = matter.fields
    .filter(({ type, private: closed }) => type === 'longtext' && !closed)
    .map(({ text }) => text);
  const [words = matter.title, ...done] = said;
  const lines: [string, string | null | undefined][] = [
    ['编号', matter.number],
    ['时间', `${shanghaiDate(matter.createdAt)} ${clockTime(matter.createdAt)}`],
    ['地点', `${matter.areaName}${matter.grid ? matter.grid.name : ''} ${matter.place ?? ''}`.trim()],
    ['类别', matter.category],
    ['情况', words],
    ['处理', done[0]],
    ['进展', matter.status === 'open' ? `到“${matter.step.label.zh}”` : matter.statusName],
  ];
  return lines.flatMap(([what, value]) => (value ? [`${what}：${value}`] : [])).join('\n');
}

/** For the upper level's app: text to copy, and the picture with time, place and number drawn on it. */
export function GridStamp({ matter, now, open }: { matter: MatterDetail; now: string; open: boolean }): ReactNode {
  const shots = shotsOf(matter);
  const place = [matter.areaName, matter.place].filter(Boolean).join(' ');
  return (
    <details className="card gap more" id="upward" open={open}>
      <summary className="row">
        <span className="disc">
          <Icon name="stamp" />
        </span>
        <span>
          <span className="t">报到上级的平台</span>
          <br />
          <span className="d">文字复制过去，照片带上时间、地点、编号</span>
        </span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <div className="pad" data-stamp data-place={place} data-number={matter.number} data-now={Date.parse(now)}>
        <p className="quote sunk lines num" id="upward-text">
          {upwardText(matter)}
        </p>
        <button type="button" className="btn line big wide gap script" data-do="copy" data-from="upward-text">
          <Icon name="copy" />
          复制文字
        </button>
        <p className="hint gap no-script">长按上面的文字就能复制</p>
        <div className="stamps gap">
          {shots.map(({ src, when, word }, index) => (
            <button key={src} type="button" className="script" data-shot={src} data-when={when}>
              <img src={src} alt={`${word}的照片 ${index + 1}`} loading="lazy" />
              <span className="w">{word}</span>
            </button>
          ))}
          <label className="add script">
            <Icon name="camera" />
            <span>现拍一张</span>
            <input type="file" accept="image/*" capture="environment" data-shot-file className="sr" />
          </label>
        </div>
        <p className="hint script">点一张，就做成带时间、地点、编号的照片</p>
        <div data-stamped aria-live="polite" />
      </div>
    </details>
  );
}
