// SPDX-License-Identifier: EUPL-1.2
/** PostgreSQL without an installation, for data that is kept: fsync on, passwords on, a private folder. */
@NullMarked
package org.stadttor.sandbox.launcher.postgres;

import org.jspecify.annotations.NullMarked;
