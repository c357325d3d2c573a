// SPDX-License-Identifier: EUPL-1.2
/** Keys of relying parties that are about to expire, and who is told. */
@NullMarked
package org.stadttor.idp.keywarning;

import org.jspecify.annotations.NullMarked;
