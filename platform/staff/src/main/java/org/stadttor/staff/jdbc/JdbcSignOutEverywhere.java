// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffId;

/** Deletes sessions by the index of their owner. A request that is under way cannot bring one back. */
public final class JdbcSignOutEverywhere implements SignOutEverywhere {

    private final JdbcClient jdbc;
    private final String schema;

    public JdbcSignOutEverywhere(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void signOut(StaffId id) {
        jdbc.sql("DELETE FROM " + schema + ".session WHERE principal_name = ?")
                .param(id.value())
                .update();
    }
}
