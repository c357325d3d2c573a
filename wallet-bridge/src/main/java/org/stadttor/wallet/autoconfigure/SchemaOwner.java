// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of the role that owns the schemas, if it is not the role the server runs as; used only while it starts.
 *
 * @param dataSource not pooled; null where another node brings the schemas up to date and this one knows no owner
 */
public record SchemaOwner(@Nullable DataSource dataSource) {}
