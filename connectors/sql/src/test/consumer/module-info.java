module sql.consumer {
    requires duckdb.jdbc;
    requires org.grassrootskpi.sql;
}
