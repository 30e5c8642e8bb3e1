import type { Place } from '../../../description';
import { country, degrees, quantity, text } from '../cells';
import { recorded, type RowReading } from './row-reading';

/** A place from the cells `X_place` (or the name given), `X_latitude`, `X_longitude`, `X_accuracy_km`, `X_country`; undefined where all are empty. */
export function placeOf(row: RowReading, prefix: string): Place | undefined {
  const name = row.optional(`${prefix}_place`, text(500));
  const latitudeColumn = `${prefix}_latitude`;
  const longitudeColumn = `${prefix}_longitude`;
  const isLatitudeGiven = row.raw(latitudeColumn) !== undefined;
  const isLongitudeGiven = row.raw(longitudeColumn) !== undefined;
  let latitude: number | undefined;
  let longitude: number | undefined;
  if (isLatitudeGiven !== isLongitudeGiven)
    row.refuse(isLatitudeGiven ? longitudeColumn : latitudeColumn, 'exchange.latitude-longitude-half');
  else if (isSwapped(row, latitudeColumn, longitudeColumn))
    row.refuse(latitudeColumn, 'exchange.latitude-longitude-swapped');
  else {
    latitude = row.optional(latitudeColumn, degrees(90));
    longitude = row.optional(longitudeColumn, degrees(180));
  }
  const place = recorded({
    name,
    latitude,
    longitude,
    accuracyKm: row.optional(`${prefix}_accuracy_km`, quantity({ minimum: 0, maximum: 20_000 })),
    country: row.optional(`${prefix}_country`, country),
  });
  return Object.keys(place).length > 0 ? place : undefined;
}

/** A latitude that only a longitude can be, beside a longitude that would do as a latitude. */
function isSwapped(row: RowReading, latitudeColumn: string, longitudeColumn: string): boolean {
  const latitude = degrees(180)(row.raw(latitudeColumn) ?? '');
  const longitude = degrees(180)(row.raw(longitudeColumn) ?? '');
  return !latitude.faults && !longitude.faults && Math.abs(latitude.value) > 90 && Math.abs(longitude.value) <= 90;
}
