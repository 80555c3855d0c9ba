export * from './apple.ts';
