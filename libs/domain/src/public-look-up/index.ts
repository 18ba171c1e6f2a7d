export * from './look-up-law';
