// SPDX-License-Identifier: EUPL-1.2
/** The public register of relying parties (TS5, TS6). */
@NullMarked
package org.stadttor.idp.register;

import org.jspecify.annotations.NullMarked;
