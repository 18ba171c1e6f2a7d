export { makeFirstUsers, makeUser, renewCode, UsernameTaken, type ConsoleUser } from './bootstrap-users';
export { hashPassword } from './passwords';
export { SecondPerson, type AgreeingPerson } from './second-person.service';
export { identity } from './identity.parts';
export { helpAtConsole, type HelpRefusal } from './help-at-console';
