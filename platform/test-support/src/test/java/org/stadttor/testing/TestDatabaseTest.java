// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void gives_each_caller_an_empty_database_of_its_own() throws SQLException {
        TestDatabase first = TestDatabase.create();
        TestDatabase second = TestDatabase.create();
        try (Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_here (id int)");
        }
        try (Connection connection = second.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT to_regclass('only_here')")) {
            tables.next();
            assertThat(tables.getString(1)).isNull();
        }
    }
}
