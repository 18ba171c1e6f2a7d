interface Registered {
  readonly name: string;
  readonly address: string;
}

const plain = (text: string): string => text.toLocaleLowerCase('id').replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two rows look like one connection registered twice: the same name at the same address, however they are written. */
export function samePerson(one: Registered, other: Registered): boolean {
  return (
    plain(one.name) !== '' &&
    plain(one.name) === plain(other.name) &&
    plain(one.address) === plain(other.address)
  );
}
