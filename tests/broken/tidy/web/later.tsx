export const skipped = (test: { skip: () => void }) => test.skip();
