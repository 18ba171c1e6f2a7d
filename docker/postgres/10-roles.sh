#!/bin/sh
# Two roles: the owner migrates, the application may neither change the schema nor posted rows.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner_password="$TIRTAPAY_OWNER_PASSWORD" -v app_password="$TIRTAPAY_APP_PASSWORD" <<'SQL'
CREATE ROLE tirtapay_owner LOGIN NOSUPERUSER PASSWORD :'owner_password';
CREATE ROLE tirtapay_app LOGIN NOSUPERUSER PASSWORD :'app_password';
-- What one statement may put on the disk: a list that asks for more ends, and the banks go on writing.
ALTER ROLE tirtapay_app SET temp_file_limit = '2GB';
CREATE DATABASE tirtapay OWNER tirtapay_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
REVOKE CONNECT ON DATABASE tirtapay FROM PUBLIC;
GRANT CONNECT ON DATABASE tirtapay TO tirtapay_app;
SQL
