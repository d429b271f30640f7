"""Lists that partners keep about their cities: changed in place or from a sheet, all or nothing."""
