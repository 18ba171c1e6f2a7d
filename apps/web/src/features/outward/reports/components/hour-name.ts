/** `06.00`, as clocks are written here. */
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}.00`;
