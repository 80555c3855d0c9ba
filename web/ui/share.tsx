import type { ReactNode } from 'react';
import type { Qr } from '../lib/qr.server.ts';
import { Icon } from './icon.tsx';

/** The text and the picture for the neighbours' group. Without scripts: press long on the text, scan the code. */
export function Share({
  title,
  from,
  text,
  qr,
  pictures = [],
}: {
  title: string;
  from: string;
  text: string;
  qr: Qr;
  pictures?: string[];
}): ReactNode {
  return (
    <section
      id="share"
      className="card pad share gap-l"
      data-group
      data-title={title}
      data-from={from}
      data-pictures={pictures.join(' ')}
    >
      <h2>发到群里</h2>
      <p id="group-text" className="quote sunk">
        {text}
      </p>
      <div data-picture className="gap">
        <svg
          className="qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          width="148"
          height="148"
          role="img"
          xmlns="http://www.w3.org/2000/svg"
        >
          <title>这一页的二维码</title>
          <path d={`M0 0h${qr.size}v${qr.size}h-${qr.size}z`} fill="#fff" />
          <path d={qr.path} fill="#22262b" />
        </svg>
        <p className="hint center no-script">长按上面的文字就能复制；让邻居扫这个码也行</p>
      </div>
      <div className="pair even gap script">
        <button type="button" className="btn go big" data-do="copy" data-from="group-text">
          <Icon name="copy" />
          复制文字
        </button>
        <button type="button" className="btn line big" data-do="picture">
          <Icon name="image" />
          存成图片
        </button>
      </div>
    </section>
  );
}
