import { useId, useMemo } from 'react';
import type { Method } from '../methods-api.ts';
import { drawingWidth, layOut, letters, type Box, type Way } from './layout.ts';

const whoSize = 11;

/** A method as a drawing: main line solid, asides dashed, limits in apricot, what the source leaves open underlined. */
export function MethodDrawing({ method }: { method: Method }) {
  const { diagram, inferred, name } = method;
  const drawing = useMemo(() => layOut(diagram), [diagram]);
  const marks = useId();
  const open = useMemo(() => new Set(inferred.flatMap((one) => one.paths)), [inferred]);
  const steps = drawing.boxes.filter((box) => box.main).map((box) => box.label);
  return (
    <svg
      viewBox={`0 0 ${drawingWidth} ${drawing.height}`}
      role="img"
      aria-label={`${name.zh}的主线：${steps.join('，')}。各步的去向见下面的表`}
    >
      <defs>
        <marker id={`${marks}-main`} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" {...onLine}>
          <path d="M0 0 8 4 0 8z" fill="var(--zhuqing)" />
        </marker>
        <marker id={`${marks}-aside`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" {...onLine}>
          <path d="M0 .5 7 4 0 7.5" fill="none" stroke="#8c7a5b" strokeWidth="1.4" />
        </marker>
      </defs>
      {drawing.straight.map((way) => (
        <path key={way.key} className="way" d={way.path} markerEnd={`url(#${marks}-main)`} />
      ))}
      {drawing.dashed.map((way) => (
        <path key={way.key} className="way aside-way" d={way.path} markerEnd={`url(#${marks}-aside)`} />
      ))}
      {drawing.dashed.map((way) => (
        <WayLabel key={way.key} way={way} />
      ))}
      {drawing.boxes.map((box) =>
        box.main ? (
          <MainStep key={box.id} box={box} isLimitOpen={open.has('*.within') || open.has(`${box.id}.within`)} />
        ) : (
          <AsideStep key={box.id} box={box} isOpen={open.has(box.id)} isLimitOpen={open.has('*.within')} />
        ),
      )}
    </svg>
  );
}

const onLine = { markerUnits: 'userSpaceOnUse', orient: 'auto' } as const;

function WayLabel({ way }: { way: Way }) {
  if (!way.label) return null;
  const half = (letters(way.label) * 11.5) / 2;
  const x = Math.min(Math.max(way.labelX, half + 4), drawingWidth - half - 4);
  return (
    <>
      <rect className="way-gap" x={x - half - 3} y={way.labelY - 8} width={half * 2 + 6} height="16" />
      <text className="way-label" x={x} y={way.labelY + 4}>
        {way.label}
      </text>
    </>
  );
}

function MainStep({ box, isLimitOpen }: { box: Box; isLimitOpen: boolean }) {
  const left = box.x - box.width / 2;
  const isEnd = box.ending !== null;
  const who = cut(box.who || (isEnd ? '自动' : ''), box.width - 10);
  return (
    <g>
      <rect
        className={isEnd ? 'step end' : 'step'}
        x={left}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={isEnd ? 21 : 7}
      />
      <circle className="number-disc" cx={left} cy={box.y} r="9.5" />
      <text className="number" x={left} y={box.y + 4}>
        {box.number}
      </text>
      <text className={isEnd ? 'step-name end' : 'step-name'} x={box.x} y={box.y + (who ? 21 : 28)}>
        {box.label}
      </text>
      <text className={isEnd ? 'who end' : 'who'} x={box.x} y={box.y + 37}>
        {who}
        {who !== box.who && box.who && <title>{box.who}</title>}
      </text>
      {box.limit && <Limit text={`限 ${box.limit}`} x={box.x + 6} y={box.y - 9} isOpen={isLimitOpen} />}
    </g>
  );
}

function AsideStep({ box, isOpen, isLimitOpen }: { box: Box; isOpen: boolean; isLimitOpen: boolean }) {
  const y = box.y + (box.limit ? 17 : 25);
  const half = (letters(box.label) * 13) / 2;
  return (
    <g>
      <rect
        className="aside-step"
        x={box.x - box.width / 2}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={box.ending === null ? 6 : 20}
      />
      <text className="aside-name" x={box.x} y={y}>
        {box.label}
      </text>
      {isOpen && <path className="open-mark" d={`M${box.x - half} ${y + 3.5}h${half * 2}`} />}
      {box.limit && <Limit text={`限 ${box.limit}`} x={box.x} y={box.y + 33} isOpen={isLimitOpen} />}
    </g>
  );
}

function Limit({ text, x, y, isOpen }: { text: string; x: number; y: number; isOpen: boolean }) {
  const half = (letters(text) * 11.5) / 2;
  return (
    <>
      <text className="limit" x={x} y={y}>
        {text}
      </text>
      {isOpen && <path className="open-mark" d={`M${x - half} ${y + 3.5}h${half * 2}`} />}
    </>
  );
}

/** As much of a text as fits, with an ellipsis for the rest. */
function cut(text: string, width: number): string {
  if (letters(text) * whoSize <= width) return text;
  let kept = text;
  while (kept && letters(`${kept}…`) * whoSize > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
