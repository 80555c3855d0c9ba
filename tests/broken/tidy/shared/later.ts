// TODO: ripen
export const later = 1;
// oxlint-disable-next-line no-var
// oxlint-disable-next-line no-var -- the reason is allowed
