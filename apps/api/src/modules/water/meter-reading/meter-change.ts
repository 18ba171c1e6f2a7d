/**
 * The stands of a reading counted over an exchange, as JSON of `MeterChange`; NULL for every other reading. One
 * expression for every list, bill, answer to a bank and receipt, so that all show the same.
 * A reading that another took the place of was counted over the exchange as it was written down then.
 * @param readingId expression for the id of the reading
 */
export function meterChangeOf(readingId: string): string {
  return `(SELECT json_build_object(
      'previous', json_build_object('from', x.previous_stand, 'to', coalesce(after.former_removed_stand, gone.removed_stand)),
      'current', json_build_object('from', coalesce(after.former_installed_stand, hung.installed_stand), 'to', x.current_stand))
    FROM meter_reading x JOIN meter gone ON gone.id = x.replaced_meter_id JOIN meter hung ON hung.id = x.meter_id
    LEFT JOIN meter_reading after ON after.replaces_id = x.id
    WHERE x.id = ${readingId})`;
}
