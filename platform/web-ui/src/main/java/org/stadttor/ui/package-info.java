// SPDX-License-Identifier: EUPL-1.2
/** Page layout, KERN assets, security headers and languages for the pages of every process. */
@NullMarked
package org.stadttor.ui;

import org.jspecify.annotations.NullMarked;
