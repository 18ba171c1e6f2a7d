export { makeFirstUsers, makeUser, renewCode, UsernameTaken, type ConsoleUser } from './bootstrap-users';
export { hashPassword } from './passwords';
export { identity } from './identity.parts';
export { helpAtConsole, type HelpRefusal } from './help-at-console';
