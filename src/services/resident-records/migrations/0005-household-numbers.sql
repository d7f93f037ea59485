-- Numbers of households begin with a 5, so that nobody takes one for a person's. A register that has counted further keeps its count.
select setval('resident_records.household_serial', greatest(500000001, last_value), last_value >= 500000001 and is_called) from resident_records.household_serial;
