// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.util.Objects;
import javax.sql.DataSource;

/**
 * Connections of the role that owns the schemas, if it is not the role the server runs as; used only while it starts.
 *
 * @param dataSource not pooled
 */
public record SchemaOwner(DataSource dataSource) {
    public SchemaOwner {
        Objects.requireNonNull(dataSource);
    }
}
