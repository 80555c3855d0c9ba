import { useEffect, useState } from 'react';

export const stageWidth = 1920;
export const stageHeight = 1080;

/** How much the stage of 1920 × 1080 is scaled to fill this window without cutting anything. */
export function useStageScale(): number {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const resized = (): void => setScale(scaleNow());
    window.addEventListener('resize', resized);
    return () => window.removeEventListener('resize', resized);
  }, []);
  return scale;
}

function scaleNow(): number {
  return Math.min(window.innerWidth / stageWidth, window.innerHeight / stageHeight);
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

/** Calls back once nobody has touched anything for a while. */
export function useIdle(idleMs: number, onIdle: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onIdle, idleMs);
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, idleMs);
    };
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, touched);
    };
  }, [idleMs, onIdle]);
}
