// Date.now() in a comment is allowed
export const ripe = () => Date.now() > 0;
export const lucky = () => Math.random() > 0.5;
export const day = (now: string) => new Date(now);
