import { Icon } from '../../ui/icon.tsx';
import { MethodDrawing } from './diagram/drawing.tsx';
import type { Method } from './methods-api.ts';

/** The drawing with its key, and the ways that stand on no line. */
export function DrawingCard({ method }: { method: Method }) {
  return (
    <section className="card drawing">
      <h2>
        <Icon name="flow" size="xs" />
        主线与旁路
        <span className="r">
          <span>
            <svg width="26" height="8" aria-hidden="true">
              <path d="M0 4h26" stroke="var(--zhuqing)" strokeWidth="2.5" />
            </svg>{' '}
            必经主线
          </span>
          <span>
            <svg width="26" height="8" aria-hidden="true">
              <path d="M0 4h26" stroke="#a8987a" strokeWidth="1.4" strokeDasharray="4 3" />
            </svg>{' '}
            旁路
          </span>
          <span>
            <span className="open-text">虚线</span> 原文没有定
          </span>
        </span>
      </h2>
      <MethodDrawing method={method} />
      {method.diagram.anytime.length > 0 && (
        <p className="anytime sm">
          <span className="mute">中途还可以</span>
          {method.diagram.anytime.map((way) => (
            <span key={way.label} className="tag">
              {way.label} → {way.to}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
